// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import type { RouteRecordRaw } from 'vue-router'

export const pages: RouteRecordRaw[] = [
  {
    path: '/topics/:id',
    name: 'topic',
    component: () => import('./topic_screen.vue'),
    props: true,
    meta: { title: 'topics.web.title' },
  },
  {
    path: '/topics/:id/edit',
    name: 'topic_edit',
    component: () => import('./topic_edit_screen.vue'),
    props: true,
    meta: { title: 'topics.web.edit.title', form: true },
  },
  {
    path: '/topics/:id/steps/:action(unlist|shortlist)',
    name: 'topic_step',
    component: () => import('./topic_step_screen.vue'),
    props: true,
    meta: { title: 'topics.web.title', for: 'office', form: true },
  },
  {
    path: '/plans/:id/topics/new',
    name: 'topic_new',
    component: () => import('./topic_new_screen.vue'),
    props: true,
    meta: { title: 'topics.web.new.title', for: 'office', form: true },
  },
]
