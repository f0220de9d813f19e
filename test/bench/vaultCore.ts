/** What the vault's index is measured with, as one module for the scripts beside it. */
import builtInKnowledge from 'built-in-knowledge'
import { AssetNames } from '../../src/core/holdings/assetNames'
import { buildLexicon } from '../../src/core/recognition/lexicon'

export { VaultIndex } from '../../src/core/vaultIndex'
export { refreshNotes } from '../../src/core/vaultReading'
export { VaultStore } from '../../src/core/vaultStore'
export const lexicon = buildLexicon(builtInKnowledge)
export const names = new AssetNames(builtInKnowledge)
