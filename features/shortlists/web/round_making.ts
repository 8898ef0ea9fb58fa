// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A step of a round that somebody takes on a page of its own: its words, and the way back when the
// server has taken it.
import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { useRouter } from 'vue-router'
import { say } from '@/design/say'
import { useMaking } from '@/forms/making'
import { t } from '@/i18n'
import { fetchRound, type RoundView } from './shortlists_api'

export function useRound(id: string) {
  return useQuery({ queryKey: ['rounds', id], queryFn: () => fetchRound(id) })
}

export type RoundQuery = ReturnType<typeof useRound>

export function useRoundMaking<Form extends Record<string, unknown>>(
  id: string,
  action: string,
  initial: Form,
  send: (round: RoundView, form: Form, key: string) => Promise<RoundView>,
) {
  const router = useRouter()
  const queries = useQueryClient()
  const query = useRound(id)
  const making = useMaking(`round.${id}.${action}`, initial, (form: Form, key) =>
    send(query.data.value!, form, key),
  )

  async function take(): Promise<void> {
    if (!(await making.make())) {
      if (making.problem.value?.stale) await query.refetch()
      return
    }
    say(t('web.saved'))
    await queries.invalidateQueries({ queryKey: ['rounds'] })
    await queries.invalidateQueries({ queryKey: ['suggestions'] })
    await router.push(`/rounds/${id}`)
  }

  return { query, making, take }
}
