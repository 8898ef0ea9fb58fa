// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { QueryClient } from '@tanstack/vue-query'
import { Problem } from './problem'

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        networkMode: 'always', // an office network may have no internet: the server is asked all the same
        refetchOnWindowFocus: true,
        retry: (failures, trouble) => failures < 2 && trouble instanceof Problem && trouble.unknown,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
    },
  })
}

// What a screen needs of one query (useQuery), whatever it asks for.
export interface Query<Data> {
  data: { readonly value: Data | undefined }
  error: { readonly value: unknown }
  refetch: () => Promise<unknown>
}
