// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/plans/balance',
    name: 'balance',
    component: () => import('./balance_screen.vue'),
    meta: { title: 'balance.web.title' },
  },
]
