# The same image as the released one, built from source: for `uses: ./`, and for those who build their own.
FROM eclipse-temurin:25-jdk@sha256:97014c4b396021f9ddb7d592a7dbedb0c4e4215c29e03dc01c393558aefb71c2 AS jdk

FROM debian:bookworm-slim@sha256:96e378d7e6531ac9a15ad505478fcc2e69f371b10f5cdf87857c4b8188404716 AS build
COPY --from=jdk /opt/java/openjdk /opt/jdk
ENV JAVA_HOME=/opt/jdk
RUN apt-get update && apt-get install -y --no-install-recommends binutils maven
WORKDIR /slipway
COPY pom.xml build ./
COPY src/main src/main
RUN ./build --quiet -Dspotless.goal=check -Dspotless.check.skip=true process-classes
COPY src/image src/image
RUN TRAIN=no src/image/assemble /image

# The start-up cache, trained by rehearsals with exactly this runtime and these jars.
FROM scratch AS rehearsed
COPY --from=build /image/base/ /
COPY --from=build /image/app/ /app/
ENV LC_ALL=C.UTF-8
COPY --from=build /image/training/ /training/
RUN ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:DumpLoadedClassList=/app/recorded.with", "-cp", "/app/slipway.jar", "dev.slipway.Main", "rehearse", "/training"]
RUN ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:DumpLoadedClassList=/app/recorded", "-cp", "/app/slipway.jar", "dev.slipway.Main", "rehearse"]

FROM build AS listed
COPY --from=rehearsed /app/recorded /app/recorded.with /image/
RUN /opt/jdk/bin/java src/image/ClassList.java /image/base/opt/java /image/app /image/recorded /image/recorded.with > /image/classes

FROM rehearsed AS trained
COPY --from=listed /image/classes /app/classes
RUN ["/opt/java/bin/java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:+AOTClassLinking", "-XX:+AOTInvokeDynamicLinking", "-XX:SharedClassListFile=/app/classes", "-XX:SharedArchiveFile=/app/slipway.aot", "-Xshare:dump", "-cp", "/app/slipway.jar"]

FROM scratch
COPY --from=build /image/base/ /
COPY --from=build /image/app/ /app/
COPY --from=trained /app/slipway.aot /app/slipway.aot
ENTRYPOINT ["/usr/bin/env", "-u", "JAVA_TOOL_OPTIONS", "-u", "JDK_JAVA_OPTIONS", "-u", "_JAVA_OPTIONS", "-u", "_JAVA_LAUNCHER_DEBUG", "-u", "LD_PRELOAD", "-u", "LD_LIBRARY_PATH", "-u", "LD_AUDIT", "LC_ALL=C.UTF-8", "/opt/java/bin/java", "@/app/java.options", "dev.slipway.Main"]
