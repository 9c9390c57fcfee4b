export { pause } from './commands/pause.ts';
export { resume } from './commands/resume.ts';
export { previewPause } from './preview.ts';
