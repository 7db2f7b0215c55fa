// A step that may follow in a matter: who may take it, what it asks, and the act it becomes.

import type { Field } from '../parts/fields'
import type { Role } from '../session'
import type { Values } from '../drafts'
import type { Word } from '../words'

export interface Step {
  name: string
  word: Word
  main: boolean // the next of the procedure; the others stand beside it
  roles: Role[]
  fields: Field[]
  start?: Values
  act: (body: never) => Promise<unknown>
}
