/** Pictures as shapes: written as SVG, or painted on a canvas for PNG. They look the same outside of any theme. */
import type { PictureView, ShapeView } from './views'

/** A picture as an SVG document. Text in it is text. */
export function pictureSvg({ title, width, height, font, shapes }: PictureView): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escape(font)}">`,
    `<title>${escape(title)}</title>`,
    ...shapes.map(shapeSvg),
    '</svg>',
    '',
  ].join('\n')
}

function shapeSvg(shape: ShapeView): string {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, fill, stroke, radius } = shape
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${escape(fill || 'none')}" stroke="${escape(stroke || 'none')}"/>`
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke } = shape
      return `<path d="M${x1} ${y1} ${x2} ${y2}" stroke="${escape(stroke)}" stroke-width="1.2"/>`
    }
    case 'text': {
      const { x, y, text, size, isBold, fill, anchor } = shape
      return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${isBold ? 700 : 400}" fill="${escape(fill)}" text-anchor="${anchor}">${escape(text)}</text>`
    }
    default:
      return shape satisfies never
  }
}

function escape(text: string): string {
  return (
    text
      .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
      // No XML document may hold these.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
  )
}
