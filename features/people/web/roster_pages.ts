// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/people/import',
    name: 'roster_imports',
    component: () => import('./roster_import_screen.vue'),
    meta: { title: 'roster.web.title', office: true },
  },
  {
    path: '/people/import/:id',
    name: 'roster_import',
    component: () => import('./roster_screen.vue'),
    props: true,
    meta: { title: 'roster.web.title', office: true, form: true },
  },
  {
    path: '/people/import/:id/steps/:action(discard|restore|erase)',
    name: 'roster_step',
    component: () => import('./roster_step_screen.vue'),
    props: true,
    meta: { title: 'roster.web.step_title', office: true, form: true },
  },
]
