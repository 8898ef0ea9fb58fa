// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Which results are shown, and in which order: it stands in the address.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { result_fields, result_parts, result_sorts, type ResultFilter } from './scoring_api'

export function useResultFilter() {
  const { word, set, keepOnly } = useAddressWords<keyof ResultFilter>()
  const filter = computed<ResultFilter>(() => ({
    field: result_fields.find((field) => field === word('field')),
    only: result_parts.find((part) => part === word('only')),
    q: word('q') || undefined,
    sort: result_sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() => {
    const { field, only, q } = filter.value
    return Boolean(field || only || q)
  })
  return { filter, narrowed, word, set, clear: () => keepOnly('sort') }
}
