import { Button } from '../components/button.tsx';
import { Progress } from '../components/progress.tsx';
import './job-bar.css';
import { useServices } from './services.ts';
import { useStore } from './store.ts';

/** Long work that no dialog is showing, with its progress and a way to stop it. */
export function JobBar() {
  const { jobs } = useServices();
  const list = useStore(jobs.store, (state) => state).filter((job) => !job.quiet);
  if (list.length === 0) return null;
  return (
    <section className="jobs" aria-label="Work in progress">
      {list.map((job) => (
        <div key={job.id} className="job">
          <Progress
            label={job.message ? `${job.title}: ${job.message}` : job.title}
            fraction={job.fraction}
          />
          <Button onPress={() => jobs.cancel(job.id)}>Cancel</Button>
        </div>
      ))}
    </section>
  );
}
