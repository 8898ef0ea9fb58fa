// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A step of a round that somebody takes on a page of its own.
import { useQuery } from '@tanstack/vue-query'
import { usePageForm } from '@/forms/page_form'
import { fetchRound, type RoundView } from './shortlists_api'

export function useRound(id: string) {
  return useQuery({ queryKey: ['rounds', id], queryFn: () => fetchRound(id) })
}

export function useRoundMaking<Form extends Record<string, unknown>>(
  id: string,
  action: string,
  initial: Form,
  send: (round: RoundView, form: Form, key: string) => Promise<RoundView>,
  lacks: (form: Form, round: RoundView) => boolean,
) {
  const query = useRound(id)
  const making = usePageForm({
    name: `round.${id}.${action}`,
    initial,
    send: (form: Form, key) => send(query.data.value!, form, key),
    lacks: (form) => !query.data.value || lacks(form, query.data.value),
    again: query.refetch,
    changes: ['rounds', 'suggestions'],
    to: `/rounds/${id}`,
  })
  return { query, making }
}

export type RoundMaking = ReturnType<typeof useRoundMaking>
