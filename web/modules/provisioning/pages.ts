import type { Pages } from '../../kernel/pages/pages.ts';

const need = 'provisioning.instance.read';

export const consolePages: Pages = {
  '/console/provisioning': {
    page: 'tasks-page',
    shape: 'list',
    need,
    data: ['/api/console/provisioning/tasks{?status}'],
  },
  '/console/provisioning/tasks/:taskId': {
    page: 'task-page',
    shape: 'detail',
    need,
    data: ['/api/console/provisioning/tasks/:taskId'],
  },
  '/console/provisioning/connections': {
    page: 'connections-page',
    shape: 'list',
    need,
    data: ['/api/console/provisioning/connections', '/api/console/provisioning/drivers'],
  },
};
