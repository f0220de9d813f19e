import type { PictureView, ShapeView } from '../core/protocol'

/** Paints a picture and gives it as a PNG in base64; nothing when the browser cannot. Twice as fine as it is large. */
export function paint({ width, height, font, shapes }: PictureView): string | undefined {
  const canvas = document.createElement('canvas')
  const scale = 2
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.scale(scale, scale)
  for (const shape of shapes) paintShape(context, shape, font)
  const [, data] = canvas.toDataURL('image/png').split('base64,')
  return data
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
