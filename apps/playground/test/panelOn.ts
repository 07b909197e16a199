import type { Locator, Page } from 'playwright'

export interface LocalFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** One person's panel, as somebody who looks at it sees it. The same for all three frameworks. */
export interface PanelOn {
  readonly root: Locator
  readonly row: (conversation: string) => Locator
  /** The number on a conversation's badge, 0 without one. */
  readonly unread: (conversation: string) => Promise<number>
  readonly totalUnread: () => Promise<number>
  readonly open: (conversation: string) => Promise<void>
  readonly leave: () => Promise<void>
  readonly composer: Locator
  readonly say: (text: string) => Promise<void>
  /** Picks files by the menu, as what the first of them is. */
  readonly attach: (...files: readonly LocalFile[]) => Promise<void>
  readonly paste: (...files: readonly LocalFile[]) => Promise<void>
  /** Lets files fall onto the panel. */
  readonly drop: (...files: readonly LocalFile[]) => Promise<void>
  /** Fills in a form of the menu beside the composer, by field, and sends it. */
  readonly sendForm: (form: string, fields: Readonly<Record<string, string>>) => Promise<void>
  /** The message that says this. */
  readonly message: (text: string) => Locator
  readonly messages: Locator
  /** What is on its tick, by its text. */
  readonly tick: (text: string) => Promise<string | null>
  /** The texts of messages that are like this. */
  readonly said: (like: RegExp) => Locator
  readonly texts: () => Promise<readonly string[]>
  readonly menu: (message: Locator, action: string) => Promise<void>
}

export const panelOn = (page: Page, user: string): PanelOn => {
  const root = page.locator(`[data-panel="${user}"]`)
  const row = (conversation: string): Locator => root.locator(`[data-testid=conversation-row][data-conversation="${conversation}"]`)
  const composer = root.getByTestId('composer')
  const messages = root.getByTestId('message')
  const message = (text: string): Locator => messages.filter({ has: page.getByTestId('text').getByText(text, { exact: true }) })
  const countIn = (locator: Locator): Promise<number> => locator.evaluateAll(([badge]) => Number(badge?.getAttribute('data-count') ?? 0))
  return {
    root,
    row,
    unread: conversation => countIn(row(conversation).getByTestId('unread')),
    totalUnread: () => countIn(root.getByTestId('total-unread')),
    open: async conversation => {
      await row(conversation).getByTestId('conversation').click()
      await root.locator(`[data-testid=talk][data-conversation="${conversation}"]`).waitFor()
    },
    leave: () => root.getByRole('button', { name: 'Back to the conversations' }).click(),
    composer,
    say: async text => {
      await composer.fill(text)
      await composer.press('Enter')
    },
    attach: async (...files) => {
      await root.getByTestId('attach').click()
      const chooser = page.waitForEvent('filechooser')
      await page.locator(`[data-testid=menu] [data-action=${pickerFor(files[0])}]`).click()
      await (await chooser).setFiles(files)
    },
    paste: (...files) => handIn(composer, 'paste', files),
    drop: (...files) => handIn(root.getByTestId('timeline'), 'drop', files),
    sendForm: async (form, fields) => {
      await root.getByTestId('attach').click()
      await page.locator(`[data-testid=menu] [data-action=${form}]`).click()
      for (const [field, value] of Object.entries(fields)) await page.getByTestId('form').locator(`[data-field=${field}]`).fill(value)
      await page.getByTestId('form-send').click()
      await page.getByTestId('form').waitFor({ state: 'detached' })
    },
    message,
    messages,
    tick: text =>
      message(text)
        .getByTestId('tick')
        .evaluateAll(([tick]) => tick?.getAttribute('data-status') ?? null),
    said: like => root.getByTestId('text').filter({ hasText: like }),
    texts: () => root.getByTestId('text').allTextContents(),
    menu: async (of, action) => {
      await of.hover()
      await of.getByRole('button', { name: 'Message actions' }).click()
      await page.locator(`[data-testid=menu] [data-action="${action}"]`).click()
    },
  }
}

const handIn = (into: Locator, how: 'paste' | 'drop', files: readonly LocalFile[]): Promise<void> =>
  into.evaluate(
    (element, given) => {
      const data = new DataTransfer()
      for (const { name, type, bytes } of given.files) data.items.add(new File([new Uint8Array(bytes)], name, { type }))
      const options = { bubbles: true, cancelable: true }
      element.dispatchEvent(
        given.how === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: data })
          : new DragEvent('drop', { ...options, dataTransfer: data }),
      )
    },
    { how, files: files.map(({ name, mimeType, buffer }) => ({ name, type: mimeType, bytes: [...buffer] })) },
  )

const pickerFor = (file: LocalFile | undefined): string => {
  const [family = ''] = file?.mimeType.split('/') ?? []
  if (family === 'image' || family === 'video') return 'photo'
  return family === 'audio' ? 'audio' : 'file'
}
