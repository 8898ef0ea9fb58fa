// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/search',
    name: 'search',
    component: () => import('./search_screen.vue'),
    meta: { title: 'search.web.title' },
  },
]
