/** What can be written at a place of an overlay file: for completions, and for telling what was probably meant. */
import * as z from 'zod/mini'
import { overlaySchema } from './schema'

export interface Field {
  readonly name: string
  /** What it is for, in a sentence; empty where the name says it. */
  readonly description: string
}

type Schema = z.core.$ZodType

/** The fields of the record at a path such as `['projects', 0]` or `['projects']`; none where no record stands. */
export function fieldsAt(path: readonly PropertyKey[]): readonly Field[] {
  const record = schemasAt(path).find((schema) => schema instanceof z.ZodMiniObject)
  return Object.entries(record ? shapeOf(record) : {}).map(([name, schema]) => ({
    name,
    description: descriptionOf(schema),
  }))
}

/** The words that a field at a path can be, such as the layers; none where text is free. */
export function choicesAt(path: readonly PropertyKey[]): readonly string[] {
  return schemasAt(path).flatMap((schema) =>
    schema instanceof z.ZodMiniEnum ? schema.options.filter((option) => typeof option === 'string') : [],
  )
}

function shapeOf(record: z.ZodMiniObject): Readonly<Record<string, Schema>> {
  return record.shape
}

/** The schemas that a value at a path may have: several where it may be text or a record. */
function schemasAt(path: readonly PropertyKey[]): Schema[] {
  let schemas: Schema[] = unwrapped(overlaySchema)
  for (const step of path) {
    const entries = entriesOf(schemas)
    if (typeof step === 'number') schemas = entries
    else
      schemas = entries.flatMap((schema) => {
        const field = schema instanceof z.ZodMiniObject ? shapeOf(schema)[String(step)] : undefined
        return field ? unwrapped(field) : []
      })
  }
  return entriesOf(schemas)
}

/** A path may leave the numbers of entries out: what can stand in each of them is the same. */
function entriesOf(schemas: readonly Schema[]): Schema[] {
  return schemas.flatMap((schema) => (schema instanceof z.ZodMiniArray ? unwrapped(schema.def.element) : schema))
}

function unwrapped(schema: Schema): Schema[] {
  if (
    schema instanceof z.ZodMiniOptional ||
    schema instanceof z.ZodMiniNullable ||
    schema instanceof z.ZodMiniDefault
  ) {
    return unwrapped(schema.def.innerType)
  }
  return schema instanceof z.ZodMiniUnion ? schema.def.options.flatMap(unwrapped) : [schema]
}

function descriptionOf(schema: Schema): string {
  const own = z.globalRegistry.get(schema)?.description
  return own ?? unwrapped(schema).map((inner) => z.globalRegistry.get(inner)?.description)[0] ?? ''
}
