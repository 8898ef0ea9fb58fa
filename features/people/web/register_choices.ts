// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What a field of the register may be: terms, sectors, groups and other organisations.
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { t } from '@/i18n'
import { isWithin, periodShown, today } from './days'
import { rankOf } from './organisation_kinds'
import {
  fetchOrganisations,
  fetchTerms,
  type Organisation,
  type OrganisationKind,
  type Term,
} from './register_api'

export interface Option {
  value: string
  text: string
}

export const useTerms = () => useQuery({ queryKey: ['terms'], queryFn: fetchTerms })
export const useOrganisations = () =>
  useQuery({ queryKey: ['organisations'], queryFn: () => fetchOrganisations() })

export const termShown = ({ number }: Pick<Term, 'number'>): string =>
  t('people.web.term.number', { number })

export const newestFirst = (terms: readonly Term[]): Term[] =>
  [...terms].sort((one, other) => other.period.from.localeCompare(one.period.from))

export function termChoices(terms: readonly Term[]): Option[] {
  return newestFirst(terms).map((term) => ({
    value: term.id,
    text: `${termShown(term)} ${periodShown(term.period)}`,
  }))
}

export const runningTerm = (terms: readonly Term[], day: string = today()): Term | undefined =>
  terms.find((term) => isWithin(term.period, day))

// Those of some kinds that stand on the day, by kind and code; `chosen` is among them whatever it is.
export function organisationChoices(
  all: readonly Organisation[],
  kinds: readonly OrganisationKind[] | undefined,
  { day = today(), chosen = '' }: { day?: string; chosen?: string } = {},
): Option[] {
  return all
    .filter((one) => one.id === chosen || ((!kinds || kinds.includes(one.kind)) && stands(one)))
    .sort((one, other) => rankOf(one.kind) - rankOf(other.kind))
    .map((one) => ({ value: one.id, text: one.name }))

  function stands(one: Organisation): boolean {
    return isWithin(one.valid, day)
  }
}

export const asked = (): Option => ({ value: '', text: t('people.web.choose') })

// The choices of a screen, as they come.
export function useRegisterChoices() {
  const terms = useTerms()
  const organisations = useOrganisations()
  return {
    terms: computed(() => terms.data.value?.items ?? []),
    organisations: computed(() => organisations.data.value ?? []),
    ready: computed(() => Boolean(terms.data.value && organisations.data.value)),
    trouble: computed(() => terms.error.value ?? organisations.error.value ?? undefined),
    again: () => void Promise.all([terms.refetch(), organisations.refetch()]),
  }
}
