/** All files of a folder that match `*.test.ts`, imported for what they define; see `esbuild.config.mjs`. */
declare module 'glob:*'
