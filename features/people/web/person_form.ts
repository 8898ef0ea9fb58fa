// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The words of a person as fields of a form: all of them text.
import { namesFrom } from '@/format'
import type { PersonChange, PersonView, PersonWords } from './people_api'

export type PersonForm = {
  name: string
  former_names: string
  sex: string
  birth_month: string
  ethnic_group: string
  party: string
  education: string
  unit: string
  job: string
}

export const person_fields = [
  'name',
  'former_names',
  'sex',
  'birth_month',
  'ethnic_group',
  'party',
  'education',
  'unit',
  'job',
] as const

export const pointers = person_fields.map((field) => `/${field}`)

export const empty_person: PersonForm = {
  name: '',
  former_names: '',
  sex: 'unsaid',
  birth_month: '',
  ethnic_group: '',
  party: '',
  education: '',
  unit: '',
  job: '',
}

export function formOf(person: PersonView): PersonForm {
  return {
    name: person.name,
    former_names: (person.former_names ?? []).join('、'),
    sex: person.sex ?? 'unsaid',
    birth_month: person.birth_month ?? '',
    ethnic_group: person.ethnic_group ?? '',
    party: person.party ?? '',
    education: person.education ?? '',
    unit: person.unit ?? '',
    job: person.job ?? '',
  }
}

// 1971年4月, 1971.4 and 1971/04 are what 1971-04 is.
export function monthOf(text: string): string {
  const [, year, month] =
    /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?$/.exec(text.normalize('NFKC').trim()) ?? []
  return year && month ? `${year}-${month.padStart(2, '0')}` : text.trim()
}

export function wordsOf(form: PersonForm): PersonWords {
  const said = (text: string) => text.trim() || null
  return {
    name: form.name.trim(),
    former_names: namesFrom(form.former_names),
    sex: form.sex as PersonWords['sex'],
    birth_month: form.birth_month.trim() ? monthOf(form.birth_month) : null,
    ethnic_group: said(form.ethnic_group),
    party: said(form.party),
    education: said(form.education),
    unit: said(form.unit),
    job: said(form.job),
  }
}

// Of a merge patch: what was not touched is left out, and stays as it is.
export function changeOf(changed: Partial<PersonForm>): PersonChange {
  const words = Object.entries(wordsOf({ ...empty_person, ...changed }))
  return Object.fromEntries(words.filter(([field]) => field in changed))
}
