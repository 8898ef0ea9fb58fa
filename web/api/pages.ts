// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A list that comes page after page: each page names where the next one begins. While a filter
// changes, what was shown before stays.
import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/vue-query'
import { computed, reactive, type MaybeRefOrGetter } from 'vue'
import { asProblem } from './problem'

interface Page {
  items: readonly unknown[]
  next?: string | null
}

// `key` names the list and holds what it is narrowed by: refs within it are watched.
export function usePages<P extends Page>(
  key: readonly (string | MaybeRefOrGetter<unknown>)[],
  fetch: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
  enabled?: () => boolean,
) {
  const list = useInfiniteQuery({
    queryKey: key as QueryKey,
    queryFn: ({ pageParam, signal }) => fetch(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  })
  const items = computed(
    () => (list.data.value?.pages.flatMap((page) => page.items) ?? []) as P['items'][number][],
  )
  return reactive({
    items,
    first: computed(() => list.data.value?.pages[0]),
    problem: computed(() => (list.error.value ? asProblem(list.error.value) : undefined)),
    pending: list.isPending, // nothing has come yet
    fetching: list.isFetching,
    fetching_more: list.isFetchingNextPage,
    more_failed: list.isFetchNextPageError,
    more: list.hasNextPage,
    again: () => void list.refetch(),
    next: () => void list.fetchNextPage(),
  })
}

export type PagesOf<P extends Page> = ReturnType<typeof usePages<P>>
export type Pages = Omit<PagesOf<Page>, 'first'>
