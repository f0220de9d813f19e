/**
 * `npm run schema`: writes the JSON schema of overlay files, for extensions that edit YAML. With `--check` it only says
 * whether the file is what it should be, as `npm run check` wants to know.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { overlaySchema } from './core/overlay/schema'

const file = 'schemas/overlay.schema.json'
const schema = z.toJSONSchema(overlaySchema, { target: 'draft-7', io: 'input' })
const text = `${JSON.stringify({ ...schema, title: 'A map of your own for Crypto AI Layers' }, null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is not what src/core/overlay/schema.ts makes. Run: npm run schema`)
  process.exitCode = 1
}
