import * as vscode from 'vscode'
import { exposureCsv, exposureMarkdown, mapCsv, mapMarkdown } from '../core/exports'
import { exposurePicture, mapPicture } from '../core/exposurePicture'
import { dayOf } from '../core/figures'
import { pictureSvg } from '../core/picture'
import type { MapView, PictureView } from '../core/protocol'
import type { ShownExposure } from './exposures'

/** What can be taken away, and as what. */
export interface Exportable {
  /** Of the file, without its extension. */
  readonly fileName: string
  /** Shown while choosing. */
  readonly title: string
  readonly markdown: () => string
  readonly csv: () => string
  readonly picture: () => PictureView
}

export function exportableExposure({ exposure, view }: ShownExposure, withAmounts: boolean): Exportable {
  const today = dayOf(new Date())
  return {
    fileName: `exposure-${today}`,
    title: withAmounts ? 'Export the exposure, with amounts' : 'Export the exposure: weights only',
    markdown: () => exposureMarkdown(view, withAmounts, today),
    csv: () => exposureCsv(exposure, view, withAmounts),
    picture: () => exposurePicture(view, withAmounts, today),
  }
}

export function exportableMap(map: MapView): Exportable {
  const today = dayOf(new Date())
  return {
    fileName: `layer-map-${today}`,
    title: 'Export the layer map',
    markdown: () => mapMarkdown(map, today),
    csv: () => mapCsv(map),
    picture: () => mapPicture(map, today),
  }
}

interface Format extends vscode.QuickPickItem {
  readonly extension: string
  /** The content, or undefined when it cannot be made any more. */
  readonly make: () => Promise<string | Uint8Array | undefined>
}

/** Asks for a format and a place. `draw` makes a PNG of a picture. */
export async function exportAs(
  { fileName, title, markdown, csv, picture }: Exportable,
  draw: (picture: PictureView) => Promise<Uint8Array | undefined>,
): Promise<void> {
  const text = (make: () => string) => () => Promise.resolve(make())
  const formats: Format[] = [
    { label: 'Markdown', extension: 'md', make: text(markdown) },
    { label: 'CSV', extension: 'csv', make: text(csv) },
    { label: 'SVG', extension: 'svg', make: text(() => pictureSvg(picture())) },
    { label: 'PNG', extension: 'png', make: () => draw(picture()) },
  ]
  const format = await vscode.window.showQuickPick(formats, { title, placeHolder: 'As what?' })
  if (!format) return
  const isText = format.extension !== 'png'
  const file: vscode.QuickPickItem = { label: '$(save) Save to a file…' }
  const copy: vscode.QuickPickItem = { label: '$(copy) Copy to the clipboard' }
  // VS Code's clipboard takes no pictures.
  const target = isText ? await vscode.window.showQuickPick([file, copy], { title, placeHolder: 'Where to?' }) : file
  if (!target) return
  const content = await format.make()
  if (content === undefined)
    return void vscode.window.showWarningMessage('The picture could not be drawn: keep the layer map open.')
  if (target === copy && typeof content === 'string') await vscode.env.clipboard.writeText(content)
  else await save(`${fileName}.${format.extension}`, format, content)
}

async function save(fileName: string, { label, extension }: Format, content: string | Uint8Array): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? []
  const uri = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder.uri, fileName) } : {}),
    filters: { [label]: [extension] },
  })
  if (!uri) return
  try {
    await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  } catch (error) {
    void vscode.window.showErrorMessage(
      `${uri.path.split('/').at(-1) ?? fileName} was not written: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
