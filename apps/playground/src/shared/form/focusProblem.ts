/** Gives the focus to the first field of a form that has a problem, once it is drawn. */
export const focusProblem = (form: HTMLElement): void =>
  void requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
