package dev.slipway.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/// Values of which each item is made when it is asked for.
final class Made<T> extends AbstractList<Json> implements RandomAccess {
  private final List<T> values;
  private final Function<T, Json> of;

  Made(List<T> values, Function<T, Json> of) {
    this.values = values;
    this.of = of;
  }

  @Override
  public Json get(int index) {
    return of.apply(values.get(index));
  }

  @Override
  public int size() {
    return values.size();
  }
}
