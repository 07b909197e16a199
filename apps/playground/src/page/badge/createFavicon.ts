const SIZE = 64

/** The page's icon, with a number on it or without. */
export const createFavicon = (link: HTMLLinkElement): ((count: number) => void) => {
  const { href, type } = link
  let wanted = 0
  const show = (url: string, mime: string): void => {
    link.href = url
    link.type = mime
    link.dataset['count'] = wanted.toString()
  }
  return count => {
    if (count === wanted) return
    wanted = count
    if (count === 0) show(href, type)
    else {
      void drawBadge(href, count).then(url => {
        if (count === wanted) show(url, 'image/png')
      })
    }
  }
}

const drawBadge = async (icon: string, count: number): Promise<string> => {
  const picture = new Image(SIZE, SIZE)
  picture.src = icon
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const context = canvas.getContext('2d')
  if (context === null) return icon
  context.drawImage(picture, 0, 0, SIZE, SIZE)
  const words = count > 99 ? '99+' : count.toString()
  const width = [0, 36, 44, 56][words.length] ?? 56
  context.fillStyle = '#c62828'
  context.beginPath()
  context.roundRect(SIZE - width, SIZE - 38, width, 38, 19)
  context.fill()
  context.fillStyle = '#ffffff'
  context.font = `bold ${words.length > 2 ? 24 : 30}px sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(words, SIZE - width / 2, SIZE - 18)
  return canvas.toDataURL('image/png')
}
