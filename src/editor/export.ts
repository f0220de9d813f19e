import * as vscode from 'vscode'
import { exposureCsv, exposureMarkdown, mapCsv, mapMarkdown } from '../core/exports'
import { exposurePicture, mapPicture } from '../core/exposurePicture'
import { dayOf } from '../core/figures'
import { pictureSvg } from '../core/picture'
import type { MapView, PictureView } from '../core/views'
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
  /** Puts the content on the clipboard, and tells whether it is there. */
  readonly copy: () => Promise<boolean>
}

/** Makes a PNG of a picture, or puts one on the clipboard. */
interface Pictures {
  readonly draw: (picture: PictureView) => Promise<Uint8Array | undefined>
  readonly copy: (picture: PictureView) => Promise<boolean>
}

/** Asks for a format and a place. */
export async function exportAs(
  { fileName, title, markdown, csv, picture }: Exportable,
  pictures: Pictures,
): Promise<void> {
  const formats: Format[] = [
    textFormat('Markdown', 'md', markdown),
    textFormat('CSV', 'csv', csv),
    textFormat('SVG', 'svg', () => pictureSvg(picture())),
    {
      label: 'PNG',
      extension: 'png',
      make: () => pictures.draw(picture()),
      copy: () => pictures.copy(picture()),
    },
  ]
  const format = await vscode.window.showQuickPick(formats, { title, placeHolder: 'As what?' })
  if (!format) return
  const file: vscode.QuickPickItem = { label: '$(save) Save to a file…' }
  const copy: vscode.QuickPickItem = { label: '$(copy) Copy to the clipboard' }
  const target = await vscode.window.showQuickPick([file, copy], { title, placeHolder: 'Where to?' })
  if (!target) return
  if (target === copy && (await copyOrAsk(format))) return
  await save(fileName, format)
}

function textFormat(label: string, extension: string, make: () => string): Format {
  return {
    label,
    extension,
    make: () => Promise.resolve(make()),
    copy: async () => {
      await vscode.env.clipboard.writeText(make())
      return true
    },
  }
}

/** Whether nothing is left to do: it was copied, or the user wants no file instead. */
async function copyOrAsk({ copy }: Format): Promise<boolean> {
  if (await copy()) return true
  const toFile = 'Save to a File…'
  const chosen = await vscode.window.showWarningMessage(
    'The picture is not on the clipboard: this window may not put pictures there.',
    toFile,
  )
  return chosen !== toFile
}

async function save(name: string, { label, extension, make }: Format): Promise<void> {
  const content = await make()
  if (content === undefined)
    return void vscode.window.showWarningMessage('The picture could not be drawn: keep the layer map open.')
  const fileName = `${name}.${extension}`
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
