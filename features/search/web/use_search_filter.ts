// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What is searched for, and in which order it is shown.
import { computed } from 'vue'
import { useAddressWords } from '@/forms/address_words'
import { kinds, sorts, words_most, type SearchAsk } from './search_api'

export function useSearchFilter() {
  const { word, year, set, keepOnly } = useAddressWords<keyof SearchAsk>()
  const asked = computed<SearchAsk>(() => ({
    q: word('q').trim().slice(0, words_most),
    kind: kinds.find((kind) => kind === word('kind')),
    year: year('year'),
    sort: sorts.find((sort) => sort === word('sort')),
  }))
  const narrowed = computed(() => Boolean(asked.value.kind || asked.value.year))
  return { asked, narrowed, word, set, widen: () => keepOnly('q', 'sort') }
}
