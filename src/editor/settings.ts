import * as vscode from 'vscode'
import { badgeFrequencies, badgeStyles, type BadgeFrequency, type BadgeStyle } from '../core/badge'
import { dayOf, type Today } from '../core/figures'

const comparisonSeverities = ['error', 'warning', 'information', 'hint', 'off'] as const

/** What the user can set; the defaults are those of `package.json`, held together by a test. */
export interface Settings {
  readonly badgeStyle: BadgeStyle
  readonly badgeFrequency: BadgeFrequency
  readonly hoverEnabled: boolean
  /** From what age in days on a figure is stale. */
  readonly staleAfterDays: number
  readonly completionNames: boolean
  readonly ordinaryWords: readonly string[]
  readonly indexInclude: string
  readonly indexExclude: readonly string[]
  /** As written; `recordFolder` tells whether it can be used. */
  readonly evaluationsFolder: string
  readonly recheckAfterDays: number
  readonly comparisonSeverity: (typeof comparisonSeverities)[number]
}

const defaultSettings: Settings = {
  badgeStyle: 'text',
  badgeFrequency: 'all',
  hoverEnabled: true,
  staleAfterDays: 180,
  completionNames: false,
  ordinaryWords: [],
  indexInclude: '**/*.{md,mkd,mdwn,mdown,markdown,markdn,mdtxt,mdtext}',
  indexExclude: ['**/node_modules/**', '**/.git/**', '**/.obsidian/**', '**/.trash/**'],
  evaluationsFolder: 'evaluations',
  recheckAfterDays: 90,
  comparisonSeverity: 'information',
}

/** The settings in force for a document. A value that is none of the choices counts as not set. */
export function readSettings(scope?: vscode.ConfigurationScope): Settings {
  const configuration = vscode.workspace.getConfiguration('cryptoAiLayers', scope)
  const choice = <T extends string>(name: string, choices: readonly T[], fallback: T): T =>
    choices.find((candidate) => candidate === configuration.get(name)) ?? fallback
  const words = configuration.get('recognition.ordinaryWords')
  const include = configuration.get('index.include')
  const exclude = configuration.get('index.exclude')
  const folder: unknown = configuration.get('evaluations.folder')
  const days: unknown = configuration.get('evaluations.recheckAfterDays')
  return {
    badgeStyle: choice('badges.style', badgeStyles, defaultSettings.badgeStyle),
    badgeFrequency: choice('badges.frequency', badgeFrequencies, defaultSettings.badgeFrequency),
    hoverEnabled: configuration.get('hover.enabled') !== false,
    staleAfterDays: wholeNumber(configuration.get('evidence.staleAfterDays')) ?? defaultSettings.staleAfterDays,
    completionNames: configuration.get('completion.names') === true,
    ordinaryWords: Array.isArray(words) ? words.filter(isText) : defaultSettings.ordinaryWords,
    indexInclude: isText(include) ? include.trim() : defaultSettings.indexInclude,
    indexExclude: Array.isArray(exclude) ? exclude.filter(isText) : defaultSettings.indexExclude,
    evaluationsFolder: typeof folder === 'string' ? folder : defaultSettings.evaluationsFolder,
    recheckAfterDays: typeof days === 'number' && days >= 1 ? days : defaultSettings.recheckAfterDays,
    comparisonSeverity: choice('comparisons.severity', comparisonSeverities, defaultSettings.comparisonSeverity),
  }
}

/** The day that ages are told on, with the user's measure of what is stale. */
export function readToday(): Today {
  return { day: dayOf(new Date()), staleAfterDays: readSettings().staleAfterDays }
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : undefined
}

/** Writes a setting where it is set already: the workspace when it overrides the user, else the user. */
export async function writeSetting(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('cryptoAiLayers')
  const isInWorkspace = configuration.inspect(name)?.workspaceValue !== undefined
  const target = isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global
  await configuration.update(name, value, target)
}
