/** The parts of the core that are measured, as one module for the scripts beside it. */
export { default as knowledge } from 'built-in-knowledge'
export { findMentions } from '../../src/core/recognition/findMentions'
export { buildLexicon } from '../../src/core/recognition/lexicon'
export { findHits } from '../../src/core/recognition/matcher'
export { NoteReading } from '../../src/core/recognition/noteReading'
export { findProse } from '../../src/core/recognition/prose'
export { contextLimit, noteLimit, weights } from '../../src/core/recognition/weights'
export { joinsAfter, joinsBefore } from '../../src/core/recognition/words'
