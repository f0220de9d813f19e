/** Everything that reads and writes YAML, in one module: the editor loads it when somebody has or wants a map. */
export { appendProject, newId, overlayHeader } from './append'
export { completionsAt } from './completions'
export { mergeOverlays } from './mergeOverlays'
export { readOverlay, readOverlayBytes } from './readOverlay'
export { recordText } from './recordText'
