// A form as data: what an operation of the contract takes, with the words of its labels.

import type { Word } from '../words'
import type { Values } from '../drafts'

export interface Choice {
  value: string
  label: string
}

export interface Field {
  name: string
  word: Word
  kind: 'text' | 'long' | 'date' | 'choice' | 'flag' | 'many' | 'picked' | 'secret'
  required?: boolean
  label?: string // in place of the word, where it names a thing
  hint?: string
  wide?: boolean // takes the whole row
  choices?: Choice[]
  when?: (values: Values) => boolean // shown, and sent, only then
}

const severals = new Set<Field['kind']>(['many', 'picked'])

// What stands in a form that nobody has touched.
export function emptyOf(fields: Field[]): Values {
  return Object.fromEntries(
    fields.map(({ name, kind }) => [name, kind === 'flag' ? false : severals.has(kind) ? [] : '']),
  )
}

// The members that were filled in. An empty one is left out, and the register says if it was needed.
export function bodyOf(fields: Field[], values: Values): Values {
  const said = fields.filter(({ name, when }) => (!when || when(values)) && values[name] !== '')
  return Object.fromEntries(said.map(({ name }) => [name, values[name]]))
}
