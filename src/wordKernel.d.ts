/** `src/kernel/words.ts`, compiled to WebAssembly by the build. */
declare module 'word-kernel' {
  const bytes: Uint8Array
  export default bytes
}
