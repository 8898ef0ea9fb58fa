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
]
