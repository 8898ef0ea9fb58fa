// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/settings',
    name: 'settings',
    component: () => import('./settings_screen.vue'),
    meta: { title: 'settings.web.title', for: 'reads' },
  },
  {
    path: '/settings/:id',
    name: 'setting',
    component: () => import('./setting_screen.vue'),
    props: true,
    meta: { title: 'settings.web.setting', for: 'reads' },
  },
  {
    path: '/settings/:id/edit',
    name: 'setting_edit',
    component: () => import('./setting_edit_screen.vue'),
    props: true,
    meta: { title: 'settings.web.edit', for: 'office', form: true },
  },
  {
    path: '/settings/:id/reset',
    name: 'setting_reset',
    component: () => import('./setting_reset_screen.vue'),
    props: true,
    meta: { title: 'settings.web.reset', for: 'office', form: true },
  },
  {
    path: '/calendar',
    name: 'calendar',
    component: () => import('./calendar_screen.vue'),
    meta: { title: 'calendar.web.title', for: 'reads' },
  },
  {
    path: '/calendar/import',
    name: 'calendar_import',
    component: () => import('./calendar_import_screen.vue'),
    meta: { title: 'calendar.web.import', for: 'office', form: true },
  },
  {
    path: '/calendar/mark',
    name: 'calendar_mark',
    component: () => import('./calendar_mark_screen.vue'),
    meta: { title: 'calendar.web.mark', for: 'office', form: true },
  },
  {
    path: '/calendar/complete',
    name: 'calendar_complete',
    component: () => import('./calendar_complete_screen.vue'),
    meta: { title: 'calendar.web.complete', for: 'office', form: true },
  },
]
