import * as vscode from 'vscode'
import { exists } from './exists'

/** An extension on the web cannot list its own folders. */
const sampleNotes: readonly string[] = [
  'ASI Alliance.md',
  'Bittensor subnets.md',
  'Compute market.md',
  'Execution layer.md',
  'Frontend notes.md',
  'Meeting notes 2026-11-12.md',
  'Portfolio - Ocean trade.md',
  'Portfolio - ledger.md',
  'Portfolio.md',
  'README.md',
  'Should I sell TAO and buy NEAR.md',
  'Weekly 2026-11-16.md',
  'evaluations/akash-2026-08-04.md',
  'evaluations/akash-2026-11-18.md',
  'evaluations/bittensor-sn64-2026-11-12.md',
  'evaluations/grass.md',
  'evaluations/near-2026-05-20.md',
]

/** Copies the sample notes into a folder that the user chooses, and opens them: they are the user's then. */
export function registerOpenSampleVault({ extensionUri }: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('cryptoAiLayers.openSampleVault', async (chosen?: unknown) => {
    const parent = chosen instanceof vscode.Uri ? chosen : await chooseFolder()
    if (!parent) return
    try {
      const vault = await freeFolder(parent, 'crypto-ai-notes')
      const from = vscode.Uri.joinPath(extensionUri, 'test/vault')
      for (const name of sampleNotes) {
        const note = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(from, name))
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(vault, name), note)
      }
      await openVault(vault)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      void vscode.window.showErrorMessage(`The sample notes could not be copied: ${reason} Choose another folder.`)
    }
  })
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const folders = await vscode.window.showOpenDialog({
    title: 'A folder for the sample notes',
    openLabel: 'Copy the Notes Here',
    canSelectFiles: false,
    canSelectFolders: true,
  })
  return folders?.[0]
}

/** Nothing that is there is written over. */
async function freeFolder(parent: vscode.Uri, name: string): Promise<vscode.Uri> {
  for (let count = 1; ; count++) {
    const folder = vscode.Uri.joinPath(parent, count === 1 ? name : `${name}-${count}`)
    if (!(await exists(folder))) return folder
  }
}

/** In this window when it has room for it, else in a new one. */
async function openVault(vault: vscode.Uri): Promise<void> {
  if (vscode.workspace.getWorkspaceFolder(vault)) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(vault, 'README.md'))
    return
  }
  const forceNewWindow = vscode.workspace.workspaceFolders !== undefined
  await vscode.commands.executeCommand('vscode.openFolder', vault, { forceNewWindow })
}
