import { pictureOf } from './pictures.ts'

const style = `
  .emoji { font-size: 0 !important; }
  .emoji::after {
    width: var(--emoji-size);
    height: var(--emoji-size);
    background: var(--picture) center / contain no-repeat;
    content: '';
  }
`

/**
 * Draws the emoji of a picker as pictures in place of its glyphs, now and whenever it changes. Its text stays, for those who listen.
 * The picker keeps each emoji in an element of the class `emoji`.
 */
export const drawPictures = (root: ShadowRoot): void => {
  const sheet = document.createElement('style')
  sheet.textContent = style
  root.append(sheet)
  const draw = (): void => {
    for (const element of root.querySelectorAll<HTMLElement>('.emoji')) {
      const emoji = element.textContent.trim()
      const picture = emoji === '' ? 'none' : `url("${pictureOf(emoji)}")`
      if (element.style.getPropertyValue('--picture') !== picture) element.style.setProperty('--picture', picture)
    }
  }
  new MutationObserver(draw).observe(root, { subtree: true, childList: true, characterData: true })
  draw()
}
