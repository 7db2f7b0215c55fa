// The draft of an amendment as a form, and what is sent of it.

import type { Choice, Field } from '../parts/fields'
import { nameOf } from '../tables'
import type { Values } from '../drafts'
import { said, t } from '../words'
import { implementer, nameOfId, nameOfRow, type Row, type Tables } from './amendments'

const domains = [
  'trade_competition',
  'product_food_safety',
  'health',
  'environment',
  'construction_work_safety',
  'finance',
  'tax',
  'wages_social_insurance',
  'procurement_tenders',
  'judgments',
  'public_funds',
  'professional_research_integrity',
  'transport_fares_safety',
  'telecom_payment_fraud',
  'operator_information_security',
  'education_care',
  'charity',
  'heritage',
  'defence_duties',
]
const evaluations = [
  'tax',
  'customs',
  'environment',
  'enterprise_risk',
  'construction',
  'transport',
  'labour',
  'other',
]
const chosen = (kind: string, values: string[]): Choice[] =>
  values.map((value) => ({ value, label: said(kind, value) }))
const changes = (what: string) => (values: Values) => (values.change as string[]).includes(what)

const other = 'other' // an instrument that the catalogue does not cite yet

// The rows of both tables that are on, or off.
function rows(tables: Tables, on: boolean): Choice[] {
  const of = (row: Row['row'], all: { id: string; in_force: boolean }[]) =>
    all
      .filter(({ in_force }) => in_force === on)
      .map(({ id }) => ({ value: `${row} ${id}`, label: nameOfRow({ row, id }, tables) }))
  return [...of('standard', tables.standards), ...of('measure', tables.measures)]
}

export function draftFields(tables: Tables): Field[] {
  return [
    { name: 'title', word: 'amendment.title', kind: 'text', required: true },
    { name: 'document_number', word: 'column.document', kind: 'text', required: true },
    {
      name: 'from_on',
      word: 'amendment.from_on',
      kind: 'date',
      required: true,
      hint: t('amendment.from_on_hint'),
    },
    { name: 'reasons', word: 'decision.reasons', kind: 'long', required: true },
    {
      name: 'change',
      word: 'amendment.change',
      kind: 'many',
      choices: chosen('change', ['ends', 'begins', 'defines', 'memorandum', 'agreement']),
    },
    {
      name: 'ends',
      word: 'amendment.ends',
      kind: 'picked',
      required: true,
      when: changes('ends'),
      choices: rows(tables, true),
    },
    {
      name: 'begins',
      word: 'amendment.begins',
      kind: 'picked',
      required: true,
      when: changes('begins'),
      choices: rows(tables, false),
      hint: t('amendment.begins_hint'),
    },
    {
      name: 'instrument',
      word: 'column.basis',
      kind: 'choice',
      required: true,
      when: changes('begins'),
      choices: [...tables.instruments, { value: other, label: t('amendment.other_instrument') }],
    },
    {
      name: 'instrument_id',
      word: 'amendment.instrument_id',
      kind: 'text',
      required: true,
      when: (values) => changes('begins')(values) && values.instrument === other,
      hint: t('amendment.instrument_id_hint'),
    },
    {
      name: 'articles',
      word: 'amendment.articles',
      kind: 'text',
      required: true,
      when: changes('begins'),
      hint: t('amendment.articles_hint'),
    },
    {
      name: 'defines',
      word: 'amendment.defines',
      kind: 'long',
      required: true,
      wide: true,
      when: changes('defines'),
      hint: t('amendment.defines_hint'),
    },
    ...memorandumFields(tables),
    ...agreementFields(tables),
  ]
}

const provinceOf = (tables: Tables) =>
  tables.authorities
    .filter(({ id, in_force }) => in_force && id.startsWith('SD-'))
    .map((each) => ({ value: each.id, label: nameOf(each) }))

function agreementFields(tables: Tables): Field[] {
  const fields: Field[] = [
    { name: 'agreement_title', word: 'agreement.title', kind: 'text', required: true, wide: true },
    { name: 'agreement_number', word: 'memorandum.number', kind: 'text', required: true },
    {
      name: 'region',
      word: 'agreement.region',
      kind: 'text',
      required: true,
      hint: t('agreement.region_hint'),
    },
    { name: 'region_name', word: 'agreement.region_name', kind: 'text', required: true },
    { name: 'agreement_through', word: 'memorandum.through', kind: 'date', required: true },
    {
      name: 'agreement_signatories',
      word: 'agreement.signatories',
      kind: 'picked',
      required: true,
      choices: provinceOf(tables),
    },
    {
      name: 'categories',
      word: 'agreement.categories',
      kind: 'many',
      choices: chosen('evaluation', evaluations),
    },
  ]
  return fields.map((field) => ({ ...field, when: changes('agreement') }))
}

function memorandumFields(tables: Tables): Field[] {
  const province = provinceOf(tables)
  const own = tables.measures.filter(({ in_force }) => in_force)
  const functions = [...new Set(own.flatMap(({ implementers }) => implementers))]
  const fields: Field[] = [
    {
      name: 'memorandum_title',
      word: 'memorandum.title',
      kind: 'text',
      required: true,
      wide: true,
    },
    { name: 'memorandum_number', word: 'memorandum.number', kind: 'text', required: true },
    {
      name: 'domain',
      word: 'memorandum.domain',
      kind: 'choice',
      required: true,
      choices: chosen('domain', domains),
    },
    {
      name: 'standard',
      word: 'memorandum.standard',
      kind: 'choice',
      required: true,
      choices: tables.standards
        .filter(({ in_force }) => in_force)
        .map(({ id }) => ({ value: id, label: nameOfId(id, tables.standards) })),
    },
    { name: 'lead', word: 'memorandum.lead', kind: 'choice', required: true, choices: province },
    {
      name: 'feedback',
      word: 'memorandum.feedback',
      kind: 'choice',
      required: true,
      choices: chosen('feedback', ['monthly', 'quarterly', 'half_yearly', 'yearly']),
    },
    { name: 'through', word: 'memorandum.through', kind: 'date', required: true },
    {
      name: 'signatories',
      word: 'memorandum.signatories',
      kind: 'picked',
      required: true,
      choices: province,
    },
    {
      name: 'measures',
      word: 'decision.measures',
      kind: 'picked',
      required: true,
      choices: own.map(({ id }) => ({ value: id, label: `${nameOfId(id, own)} ${id}` })),
      hint: t('memorandum.measures_hint'),
    },
    {
      name: 'subjects',
      word: 'memorandum.subjects',
      kind: 'many',
      choices: chosen('category', ['organisation', 'individual_business', 'natural_person']),
    },
    {
      name: 'implementers',
      word: 'memorandum.implementers',
      kind: 'picked',
      choices: functions.map((value) => ({ value, label: implementer(value, tables) })),
      hint: t('memorandum.implementers_hint'),
    },
  ]
  return fields.map((field) => ({ ...field, when: changes('memorandum') }))
}

const text = (values: Values, name: string) => String(values[name] ?? '')
const several = (values: Values, name: string) => (values[name] ?? []) as string[]

// The body that the register takes. A member that is not among the changes is left out.
export function draftOf(values: Values, tables: Tables): Values {
  const change = several(values, 'change')
  const row = (picked: string): Row => {
    const [kind, id] = picked.split(' ') as [Row['row'], string]
    return { row: kind, id }
  }
  const named = text(values, 'instrument')
  const instrument = named === other ? text(values, 'instrument_id') : named
  const basis = text(values, 'articles')
    .split(/[、,，;；\s]+/)
    .filter(Boolean)
    .map((article) => ({ instrument, article }))
  const body: Values = Object.fromEntries(
    ['title', 'document_number', 'from_on', 'reasons'].map((name) => [name, text(values, name)]),
  )
  if (change.includes('ends')) body.ends = several(values, 'ends').map(row)
  if (change.includes('begins'))
    body.begins = several(values, 'begins').map((picked) => ({ ...row(picked), basis }))
  if (change.includes('defines')) body.defines = parsed(text(values, 'defines'))
  if (change.includes('memorandum')) body.memorandum = memorandumOf(values, tables)
  if (change.includes('agreement')) body.agreement = agreementOf(values)
  return body
}

// What is no JSON is sent as it stands, and the register says that it is none.
function parsed(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return written
  }
}

function agreementOf(values: Values): Values {
  return {
    title: text(values, 'agreement_title'),
    document_number: text(values, 'agreement_number'),
    region: text(values, 'region'),
    region_name: text(values, 'region_name'),
    signatories: several(values, 'agreement_signatories'),
    categories: several(values, 'categories'),
    through: text(values, 'agreement_through'),
  }
}

// Each line is carried out by those of the chosen functions that its measure names; by all of them
// when none was chosen.
function memorandumOf(values: Values, tables: Tables): Values {
  const wanted = several(values, 'implementers')
  const lines = several(values, 'measures').map((id) => {
    const named = tables.measures.find((each) => each.id === id)?.implementers ?? []
    const implementers = wanted.length ? named.filter((each) => wanted.includes(each)) : named
    return { measure: id, subjects: several(values, 'subjects'), implementers }
  })
  return {
    title: text(values, 'memorandum_title'),
    document_number: text(values, 'memorandum_number'),
    ...Object.fromEntries(
      ['domain', 'lead', 'standard', 'feedback', 'through'].map((name) => [
        name,
        text(values, name),
      ]),
    ),
    signatories: several(values, 'signatories'),
    lines,
  }
}
