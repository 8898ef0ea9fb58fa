// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/plans/:id/amend',
    name: 'amendment_new',
    component: () => import('./amendment_new_screen.vue'),
    props: true,
    meta: { title: 'amendments.web.new', for: 'office', form: true },
  },
  {
    path: '/plans/:id/as-it-stood',
    name: 'plan_stood',
    component: () => import('./plan_stood_screen.vue'),
    props: true,
    meta: { title: 'amendments.web.stood' },
  },
  {
    path: '/plans/:id/versions',
    name: 'plan_versions',
    component: () => import('./plan_versions_screen.vue'),
    props: true,
    meta: { title: 'amendments.web.versions' },
  },
  {
    path: '/amendments/:id',
    name: 'amendment',
    component: () => import('./amendment_screen.vue'),
    props: true,
    meta: { title: 'amendments.web.title' },
  },
  {
    path: '/amendments/:id/edit',
    name: 'amendment_edit',
    component: () => import('./amendment_edit_screen.vue'),
    props: true,
    meta: { title: 'amendments.web.edit', for: 'office', form: true },
  },
  {
    path: '/amendments/:id/steps/:action(decide|withdraw|discard)',
    name: 'amendment_step',
    component: () => import('./amendment_step_screen.vue'),
    props: true,
    meta: { title: 'amendments.web.title', form: true },
  },
]
