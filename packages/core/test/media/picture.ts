/** A picture whose halves differ, left and right, drawn by the browser. */
export const picture = async (width: number, height: number, type = 'image/png'): Promise<Blob> => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')!
  context.fillStyle = 'red'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = 'blue'
  context.fillRect(width / 2, 0, width / 2, height)
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob!), type))
}

/** One that no encoder can make small: noise. */
export const noise = async (width: number, height: number): Promise<Blob> => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')!
  const data = context.createImageData(width, height)
  let state = 1
  for (let index = 0; index < data.data.length; index++) {
    state = (state * 48_271) % 2_147_483_647
    data.data[index] = index % 4 === 3 ? 255 : state & 255
  }
  context.putImageData(data, 0, 0)
  return new Promise(resolve => canvas.toBlob(blob => resolve(blob!), 'image/png'))
}

/** A JPEG that says how it is to be turned: 6 is a quarter clockwise, as phones write for photos taken upright. */
export const turnedJpeg = async (width: number, height: number, orientation: number): Promise<Blob> => {
  const jpeg = new Uint8Array(await (await picture(width, height, 'image/jpeg')).arrayBuffer())
  // An APP1 segment with a TIFF header (big-endian) and one entry: tag 0x0112, a short.
  const exif = [
    ...[0xff, 0xe1, 0x00, 0x22],
    ...new TextEncoder().encode('Exif\0\0'),
    ...[0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    ...[0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, orientation, 0x00, 0x00],
    ...[0x00, 0x00, 0x00, 0x00],
  ]
  return new Blob([jpeg.subarray(0, 2), new Uint8Array(exif), jpeg.subarray(2)], { type: 'image/jpeg' })
}
