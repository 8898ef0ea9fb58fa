// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is searched for stands in the address: it can be sent to a colleague and survives the way back.
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { kinds, words_most, type SearchAsk } from './search_api'

export function useSearchFilter() {
  const route = useRoute()
  const router = useRouter()
  const word = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }

  const asked = computed<SearchAsk>(() => ({
    q: word('q').trim().slice(0, words_most),
    kind: kinds.find((kind) => kind === word('kind')),
    year: /^\d{4}$/.test(word('year')) ? Number(word('year')) : undefined,
  }))
  const narrowed = computed(() => Boolean(asked.value.kind || asked.value.year))

  function set(name: keyof SearchAsk, value: string): void {
    void router.replace({ query: { ...route.query, [name]: value || undefined } })
  }

  function widen(): void {
    void router.replace({ query: { q: route.query.q } })
  }

  return { asked, narrowed, word, set, widen }
}
