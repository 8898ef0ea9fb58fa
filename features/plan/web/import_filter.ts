// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The filter of the imports lives in the address, as that of the plans (list_filter.ts).
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { import_sorts, type ImportFilter } from './import_api'

export function useImportFilter() {
  const route = useRoute()
  const router = useRouter()
  const word = (name: string) => {
    const value = route.query[name]
    return typeof value === 'string' ? value : ''
  }

  const filter = computed<ImportFilter>(() => ({
    state: word('state') === 'discarded' ? 'discarded' : undefined,
    q: word('q') || undefined,
    sort: import_sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() => Boolean(filter.value.state || filter.value.q))

  function set(name: keyof ImportFilter, value: string): void {
    void router.replace({ query: { ...route.query, [name]: value || undefined } })
  }

  function clear(): void {
    void router.replace({ query: { sort: route.query.sort } })
  }

  return { filter, narrowed, word, set, clear }
}
