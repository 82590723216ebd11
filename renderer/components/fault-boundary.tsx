import { Component, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface FaultState {
  readonly error: Error | null;
}

/** Keeps a fault of ours in one view from taking the window with it; the draft goes on saving itself outside of any view. */
export class FaultBoundary extends Component<{ readonly children: ReactNode }, FaultState> {
  override state: FaultState = { error: null };

  static getDerivedStateFromError(error: unknown): FaultState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        tone="error"
        title="This part of the window has failed"
        actions={<Button onPress={() => this.setState({ error: null })}>Show it again</Button>}
      >
        {error.message} Your draft is kept. If it happens again, please report what you did before.
      </EmptyState>
    );
  }
}
