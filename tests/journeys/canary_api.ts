// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The API as docs/api/openapi.json describes it: operations, who may call them, and the text that
// each takes.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isForm, type Form } from './canary_marks'

const read = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

export interface PolicyRow {
  roles: string[]
  memberships?: string[]
  relations?: string[]
  states?: string[]
  view?: string
  proof?: string
}

interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: string[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}

interface Parameter {
  $ref?: string
  name?: string
  in?: string
  schema?: Schema
}

interface Described {
  operationId: string
  'x-authz': PolicyRow[]
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const document = JSON.parse(read('docs/api/openapi.json')) as {
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, Schema> }
}

export interface Operation {
  name: string
  method: string
  path: string
  address: RegExp // that its paths fit
  rows: PolicyRow[]
  query: string[] // names of its parameters
  choices: { name: string; values: string[] }[] // parameters that are one of some words
  wants_version: boolean
  body?: Schema // of a JSON body
  fields: string[] // where it takes free text
}

export const operations: Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, one]) => described(path, method, one)),
)

export function operation(name: string): Operation {
  const found = operations.find((one) => one.name === name)
  if (!found) throw new Error(`the API has no operation ${name}`)
  return found
}

// Whose address that is; undefined: none of the API's.
export function operationAt(method: string, path: string): Operation | undefined {
  const bare = path.split('?')[0]!
  return operations.find((one) => one.method === method && one.address.test(bare))
}

function described(path: string, method: string, one: Described): Operation {
  const parameters = one.parameters ?? []
  const query = parameters.filter((parameter) => parameter.in === 'query')
  const content = one.requestBody?.content ?? {}
  const body = content['application/json']?.schema
  const is_file = Object.keys(content).some((type) => type !== 'application/json')
  const named = parameters.some((parameter) => parameter.name === 'X-File-Name')
  return {
    name: one.operationId,
    method: method.toUpperCase(),
    path,
    address: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    rows: one['x-authz'],
    query: query.map((parameter) => parameter.name!),
    choices: query.flatMap(({ name, schema }) => {
      const values = resolved(schema!).enum
      return values ? [{ name: name!, values }] : []
    }),
    wants_version: parameters.some((parameter) => parameter.$ref?.endsWith('/IfMatch')),
    body,
    fields: [
      ...(is_file ? ['body'] : []),
      ...(named ? ['X-File-Name'] : []),
      ...(body ? freeText(body, '') : []),
    ],
  }
}

function resolved(schema: Schema): Schema {
  const one = schema.anyOf?.find((choice) => choice.type !== 'null') ?? schema
  return one.$ref ? resolved(document.components.schemas[one.$ref.split('/').pop()!]!) : one
}

// Neither a choice nor in a format of its own: a person may write anything.
function isFree({ type, enum: words, format }: Schema): boolean {
  return [type].flat().includes('string') && !words && !format
}

function freeText(schema: Schema, path: string): string[] {
  const one = resolved(schema)
  if (isFree(one)) return [path]
  if (one.items) return freeText(one.items, `${path}[]`)
  return Object.entries(one.properties ?? {}).flatMap(([name, below]) =>
    freeText(below, path ? `${path}.${name}` : name),
  )
}

// What a body is made from: values that are sent as they are, and forms. What is left out and is
// free text gets a mark.
export type Template = unknown

export function filled(
  schema: Schema,
  template: Template,
  path: string,
  text: (field: string, form?: Form) => string,
): unknown {
  const one = resolved(schema)
  if (isForm(template)) return text(path, template)
  if (isFree(one) && template === undefined) return text(path)
  if (one.items) {
    const items = (template ?? (isFree(resolved(one.items)) ? [undefined] : [])) as Template[]
    return items.map((item) => filled(one.items!, item, `${path}[]`, text))
  }
  if (!one.properties || template === null) return template
  const given = (template ?? {}) as Record<string, Template>
  return Object.fromEntries(
    Object.entries(one.properties).map(([name, below]) => [
      name,
      filled(below, given[name], path ? `${path}.${name}` : name, text),
    ]),
  )
}

// Which fields are seen in a view, as the policies' test has learned them: operation → view → names.
export const seen_fields = new Map<string, Set<string>>()
for (const line of read('tests/policies/seen_fields.txt').split('\n').filter(Boolean)) {
  const [name, , view, ...fields] = line.split(/ \| | \|$/)
  const key = `${name} ${view}`
  const known = seen_fields.get(key) ?? new Set<string>()
  for (const field of fields.join(' ').split(' ')) known.add(field.replace(/\?$/, ''))
  seen_fields.set(key, known)
}
