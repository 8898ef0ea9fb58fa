// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/audit',
    name: 'audit',
    component: () => import('./audit_screen.vue'),
    meta: { title: 'audit.web.title', for: 'auditor' },
  },
]
