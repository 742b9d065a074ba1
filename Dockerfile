# The same image as the released one, built from source: for `uses: ./`, and for those who build their own.
FROM eclipse-temurin:25-jdk AS jdk

FROM debian:bookworm-slim AS build
COPY --from=jdk /opt/java/openjdk /opt/jdk
ENV JAVA_HOME=/opt/jdk
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /slipway
COPY pom.xml build ./
COPY src/main src/main
RUN ./build --quiet -Dspotless.check.skip=true -Dspotless.apply.skip=true process-classes
COPY src/image src/image
RUN apt-get update && TRAIN=no src/image/assemble /image

FROM scratch
COPY --from=build /image/base/ /
COPY --from=build /image/app/ /app/
ENV LC_ALL=C.UTF-8
# The start-up cache, trained by a rehearsal with exactly this runtime and these jars.
RUN ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput=/app/slipway.aot", "-cp", "/app/slipway.jar", "dev.slipway.Main", "rehearse"]
ENTRYPOINT ["/usr/bin/env", "-u", "JAVA_TOOL_OPTIONS", "-u", "JDK_JAVA_OPTIONS", "-u", "_JAVA_OPTIONS", "LC_ALL=C.UTF-8", "/opt/java/bin/java", "@/app/java.options", "dev.slipway.Main"]
