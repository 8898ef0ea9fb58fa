// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The words of an organisation as fields of a form: all of them text.
import { periodOf, today } from './days'
import type { OrganisationKind, OrganisationView, OrganisationWords } from './register_api'

export type OrganisationForm = {
  kind: string
  name: string
  short_name: string
  code: string
  parent_id: string
  from: string
  until: string
}

export const organisation_pointers = [
  '/kind',
  '/name',
  '/short_name',
  '/code',
  '/parent_id',
  '/valid/from',
  '/valid/until',
]

export const empty_organisation = (): OrganisationForm => ({
  kind: 'department',
  name: '',
  short_name: '',
  code: '',
  parent_id: '',
  from: today(),
  until: '',
})

export function formOf(one: OrganisationView): OrganisationForm {
  const { kind, name, short_name, code, parent, valid } = one
  return {
    kind,
    name,
    short_name,
    code,
    parent_id: parent?.id ?? '',
    from: valid.from,
    until: valid.until ?? '',
  }
}

export function wordsOf(form: OrganisationForm): OrganisationWords {
  return {
    kind: form.kind as OrganisationKind,
    name: form.name.trim(),
    short_name: form.short_name.trim() || form.name.trim(),
    code: form.code.trim(),
    parent_id: form.parent_id || null,
    valid: periodOf(form.from, form.until),
  }
}

export const isWhole = ({ name, code, from }: OrganisationForm): boolean =>
  Boolean(name.trim() && code.trim() && from)
