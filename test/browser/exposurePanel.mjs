/** The panel's view of what is held, as somebody reads it. */
import { open } from './workbench.mjs'

/** Opens a vault with the view beside one of its notes. */
export async function openExposure(notes, note) {
  const vscode = await open(notes, { note, size: { width: 1400, height: 1000 } })
  await vscode.runCommand('Crypto AI Layers: Show Exposure')
  return vscode
}

/** A text for each layer: `C Compute43%3 holdings`. */
export function weights(vscode) {
  return vscode
    .panel()
    .getByRole('table', { name: 'Weight of each layer' })
    .getByRole('row')
    .evaluateAll((rows) => rows.slice(1).map((row) => row.textContent?.replace(/\s+/g, ' ')))
}
