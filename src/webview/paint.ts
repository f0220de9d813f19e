import type { PictureView, ShapeView } from '../core/views'

/** A picture as a PNG in base64; nothing when the browser cannot. */
export function toBase64(picture: PictureView): string | undefined {
  const [, data] = paint(picture)?.toDataURL('image/png').split('base64,') ?? []
  return data
}

/** Puts a picture on the clipboard as a PNG; false when the browser does not let it. */
export async function copyPicture(picture: PictureView): Promise<boolean> {
  const png = await new Promise<Blob | null>((resolve) => {
    const canvas = paint(picture)
    if (canvas) canvas.toBlob(resolve, 'image/png')
    else resolve(null)
  })
  if (!png) return false
  await focused()
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    return false
  }
}

/** Milliseconds that the focus has to come from where the picture was asked for. */
const focusTime = 3000

/** Waits for the page to have the focus. */
function focused(): Promise<unknown> {
  if (document.hasFocus()) return Promise.resolve()
  window.focus()
  return new Promise((resolve) => {
    window.addEventListener('focus', resolve, { once: true })
    setTimeout(resolve, focusTime)
  })
}

/** Twice as fine as it is large. */
function paint({ width, height, font, shapes }: PictureView): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  const scale = 2
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(scale, scale)
  for (const shape of shapes) paintShape(context, shape, font)
  return canvas
}

function paintShape(context: CanvasRenderingContext2D, shape: ShapeView, font: string): void {
  switch (shape.type) {
    case 'rect':
      context.beginPath()
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius)
      if (shape.fill !== '') {
        context.fillStyle = shape.fill
        context.fill()
      }
      if (shape.stroke !== '') {
        context.strokeStyle = shape.stroke
        context.lineWidth = 1
        context.stroke()
      }
      return
    case 'line':
      context.beginPath()
      context.moveTo(shape.x1, shape.y1)
      context.lineTo(shape.x2, shape.y2)
      context.strokeStyle = shape.stroke
      context.lineWidth = 1.2
      context.stroke()
      return
    case 'text':
      context.font = `${shape.isBold ? 700 : 400} ${shape.size}px ${font}`
      context.fillStyle = shape.fill
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
      context.fillText(shape.text, shape.x, shape.y)
      return
    default:
      shape satisfies never
  }
}
