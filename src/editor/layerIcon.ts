import * as vscode from 'vscode'
import { isBesideTheMap } from '../core/knowledge/projectIndex'
import type { Layer, LayerId, ProjectHead } from '../core/knowledge/schema'

/** The contributed colour of each layer. */
export const layerColors: Readonly<Record<LayerId, string>> = {
  compute: 'cryptoAiLayers.compute',
  intelligence: 'cryptoAiLayers.intelligence',
  'agents-data': 'cryptoAiLayers.agentsData',
  'execution-ux': 'cryptoAiLayers.executionUx',
}

const icons: Readonly<Record<LayerId, string>> = {
  compute: 'server',
  intelligence: 'lightbulb',
  'agents-data': 'database',
  'execution-ux': 'rocket',
}

/** A layer's icon in its colour, or that of projects without a layer. */
export function layerIcon(layer: Layer | undefined): vscode.ThemeIcon {
  return layer
    ? new vscode.ThemeIcon(icons[layer.id], new vscode.ThemeColor(layerColors[layer.id]))
    : new vscode.ThemeIcon('question')
}

/** A dot in the colour of the project's layer; a circle, as its badge is dashed, for what stands beside the map. */
export function projectIcon(project: ProjectHead): vscode.ThemeIcon {
  const color = project.layer === 'none' ? undefined : new vscode.ThemeColor(layerColors[project.layer])
  return new vscode.ThemeIcon(isBesideTheMap(project) ? 'circle-outline' : 'circle-filled', color)
}
