// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/people/import',
    name: 'roster_imports',
    component: () => import('./roster_import_screen.vue'),
    meta: { title: 'roster.web.title', for: 'office', closed: 'roster.web.office_only' },
  },
  {
    path: '/people/import/:id',
    name: 'roster_import',
    component: () => import('./roster_screen.vue'),
    props: true,
    meta: { title: 'roster.web.title', form: true },
  },
  {
    path: '/people/import/:id/steps/:action(discard|restore|erase)',
    name: 'roster_step',
    component: () => import('./roster_step_screen.vue'),
    props: true,
    meta: { title: 'roster.web.step_title', form: true },
  },
]
